package org.jielian.foundation.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jielian.foundation.problems.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void comesBackAsItWas() {
        Cursor cursor = new Cursor("杭州市,西湖区", "11330000TX64CNT09A");
        assertThat(Cursor.decode(cursor.encoded())).isEqualTo(cursor);
    }

    @Test
    void isAbsentOnTheFirstPage() {
        assertThat(Cursor.decode(null)).isNull();
        assertThat(Cursor.decode("")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "YWJj"})
    void refusesWhatItDidNotMake(String forged) {
        assertThatThrownBy(() -> Cursor.decode(forged)).isInstanceOf(ProblemException.class);
    }
}
