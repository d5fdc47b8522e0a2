package org.jielian.metrics.validation;

import java.math.BigDecimal;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.premises.Shares.Hosted;

/** V14: what is shared in a building is reported by its host alone, so that nothing is counted twice. */
final class SharedPremises implements Rule {
    @Override
    public String number() {
        return "V14";
    }

    @Override
    public void inspect(Inspection inspection) {
        String period = inspection.month().period().toString();
        for (Hosted hosted : inspection.hosted()) {
            BigDecimal value = inspection.month().figure(hosted.quantity());
            if (value == null || value.signum() == 0 || !hosted.holdsIn(period)) continue;
            tell(inspection, hosted, value);
        }
    }

    private static void tell(Inspection inspection, Hosted hosted, BigDecimal value) {
        Text name = inspection.label(hosted.quantity());
        inspection.find(
                Severity.HARD,
                hosted.quantity(),
                "SHARED_WITH_HOST",
                value,
                "0",
                Text.of(
                        "%1$s自 %2$s 起由 %3$s（%4$s）统一填报，本单位填了 %5$s：请填 0 或留空",
                        "%6$s is reported by %3$s (%4$s) for all in the building since %2$s, and here it is %5$s: report 0 or leave it"
                                + " empty",
                        name.zh(),
                        hosted.from(),
                        hosted.hostName(),
                        hosted.host(),
                        Inspection.print(value),
                        name.en()));
    }
}
