package org.jielian.metrics.validation;

import java.math.BigDecimal;
import org.jielian.foundation.problems.Text;

/** V12: vehicles that burn fuel exist, and none burns more than a vehicle can in a month. */
final class FuelOfVehicles implements Rule {
    private static final String VEHICLES = "vehicleTotal";

    @Override
    public String number() {
        return "V12";
    }

    @Override
    public void inspect(Inspection inspection) {
        BigDecimal vehicles = inspection.month().figure(VEHICLES);
        if (vehicles == null) return;
        BigDecimal litres = fuel(inspection.month(), "gasolineVehicleL", "gasolineL")
                .add(fuel(inspection.month(), "dieselVehicleL", "dieselL"));
        BigDecimal each = inspection.parameters().get("V12.litresPerVehicle");
        if (litres.compareTo(vehicles.multiply(each)) > 0) tell(inspection, vehicles, litres, each);
    }

    /** What vehicles burnt; all of it where the unit does not tell them apart. */
    private static BigDecimal fuel(Month month, String ofVehicles, String all) {
        BigDecimal litres = month.figure(ofVehicles);
        if (litres == null) litres = month.figure(all);
        return litres == null ? BigDecimal.ZERO : litres;
    }

    private static void tell(Inspection inspection, BigDecimal vehicles, BigDecimal litres, BigDecimal each) {
        inspection.find(
                Severity.SOFT,
                VEHICLES,
                vehicles.signum() == 0 ? "FUEL_WITHOUT_VEHICLES" : "FUEL_PER_VEHICLE",
                vehicles,
                "≤ " + Inspection.print(each) + " L",
                Text.of(
                        "%s 辆车本月用油 %s 升，每车应不超过 %s 升：请更正车辆数或用量，或说明原因",
                        "%s vehicles used %s litres this month, at most %s each is usual: correct their number or the fuel, or explain",
                        Inspection.print(vehicles),
                        Inspection.print(litres),
                        Inspection.print(each)));
    }
}
