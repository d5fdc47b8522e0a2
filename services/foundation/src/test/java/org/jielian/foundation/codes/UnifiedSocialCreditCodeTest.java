package org.jielian.foundation.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jielian.foundation.codes.UnifiedSocialCreditCode.InvalidCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedSocialCreditCodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43", // the standard's own example
                "113300000000000199",
                "12330106MB0000035W",
                "134100000000000432",
                "1133000000000014X0", // the sum leaves no rest: check character 0
                "1133000000000006XC", // the organisation code's check character is X
                "11330000000000190B" // the organisation code's check character is 0
            })
    void acceptsCodesWithBothCheckCharacters(String code) {
        assertThat(UnifiedSocialCreditCode.of(code).value()).isEqualTo(code);
    }

    @Test
    void forgivesBlanksAroundAndLowerCase() {
        assertThat(UnifiedSocialCreditCode.of(" 12330106mb0000035w\t").value()).isEqualTo("12330106MB0000035W");
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y4Z, 'character 18, Z, does not occur in such codes'",
        "91350100M000100Y44, 'check character 18 (GB 32100) is 4, but has to be 3'",
        "113300000000000189, 'check character 17 (GB 11714) is 8, but has to be 9'",
        "91350100M000100Y, 'the code has 16 characters, not 18'",
        "91350100M000100Y433, 'the code has 19 characters, not 18'",
        "9135010OM000100Y43, 'character 8, O, does not occur in such codes'",
        "１13300000000000199, 'character 1, １, is full-width'",
        "11330000 000000199, 'character 9,  , does not occur in such codes'",
        "'', 'the code has 0 characters, not 18'"
    })
    void namesWhatIsWrong(String text, String reason) {
        assertThatThrownBy(() -> UnifiedSocialCreditCode.of(text))
                .isInstanceOf(InvalidCode.class)
                .hasMessage(reason);
    }

    @Test
    void noticesEveryWrongCharacter() {
        String code = "12330106MB0000035W";
        for (int i = 0; i < code.length(); i++) {
            String spoilt = code.substring(0, i) + (code.charAt(i) == '7' ? '8' : '7') + code.substring(i + 1);
            assertThatThrownBy(() -> UnifiedSocialCreditCode.of(spoilt)).isInstanceOf(InvalidCode.class);
        }
    }
}
