package org.jielian.portal.i18n;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.math.BigDecimal;

/** Lets templates say {@code {t:reports}} and, for a key that is only known when rendering, {@code {tx:of('type', type)}}. */
@Singleton
public class WordsInTemplates {
    private static final String WORDS = "words";

    void everyTemplateSpeaksTheReadersLanguage(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(template -> template.setAttribute(WORDS, current()));
    }

    /** Has a template speak a language when it is rendered outside of a page, where nobody knows the reader. */
    public static TemplateInstance speaking(Language language, TemplateInstance template) {
        return template.setAttribute(WORDS, Words.in(language));
    }

    private static Words current() {
        if (!Arc.container().requestContext().isActive()) return Words.in(Language.ZH);
        return Arc.container().instance(CurrentLanguage.class).get().words();
    }

    @TemplateExtension(namespace = "t", matchName = TemplateExtension.ANY)
    static String text(String key, @TemplateAttribute(WORDS) Object words) {
        return ((Words) words).get(key);
    }

    /** The word for one of a kind, such as an institution type. */
    @TemplateExtension(namespace = "tx")
    static String of(String kind, Object which, @TemplateAttribute(WORDS) Object words) {
        return ((Words) words).get(kind + which);
    }

    @TemplateExtension(namespace = "tx")
    static String with(String key, Object first, @TemplateAttribute(WORDS) Object words) {
        return ((Words) words).get(key, printed(first));
    }

    @TemplateExtension(namespace = "tx")
    static String with(String key, Object first, Object second, @TemplateAttribute(WORDS) Object words) {
        return ((Words) words).get(key, printed(first), printed(second));
    }

    /** Counts come as {@code long} and are printed as such; a year or a code does not. */
    private static Object printed(Object argument) {
        return argument instanceof Long count ? Numbers.format(count) : argument;
    }

    @TemplateExtension(namespace = "nums")
    static String exact(BigDecimal number) {
        return Numbers.exact(number);
    }

    @TemplateExtension(namespace = "nums")
    static String count(Long number) {
        return Numbers.format(number);
    }
}
