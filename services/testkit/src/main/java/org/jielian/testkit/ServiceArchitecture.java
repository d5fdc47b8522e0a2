package org.jielian.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;

/** What holds for the inside of every service, checked on its compiled classes: {@code ServiceArchitecture.of("units").check()}. */
public final class ServiceArchitecture {
    private static final String ROOT = "org.jielian.";
    /** What a service may know besides itself; another service is not among it. */
    private static final Set<String> SHARED = Set.of("contracts", "foundation", "directory");

    private final String service;
    private final JavaClasses classes;

    private ServiceArchitecture(String service) {
        this.service = service;
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT + service);
    }

    public static ServiceArchitecture of(String service) {
        return new ServiceArchitecture(service);
    }

    /** Features are free of cycles, and nothing depends on another service. */
    public void check() {
        slices().matching(ROOT + service + ".(*)..").should().beFreeOfCycles().check(classes);
        noClasses().should().dependOnClassesThat(belongToAnotherService()).check(classes);
    }

    private DescribedPredicate<JavaClass> belongToAnotherService() {
        return describe("belong to another service", type -> {
            String name = type.getBaseComponentType().getPackageName() + ".";
            if (!name.startsWith(ROOT)) return false;
            String module = name.substring(ROOT.length(), name.indexOf('.', ROOT.length()));
            return !module.equals(service) && !SHARED.contains(module);
        });
    }
}
