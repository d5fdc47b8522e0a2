package org.jielian.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Finds the browser that is installed, and starts it when the first test asks for it. */
class ChromiumOnThisMachine implements ExecutionCondition, ParameterResolver {
    private static Stream<String> names() {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    }

    static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin");
        return names().flatMap(name -> Arrays.stream(path.split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return find().map(browser -> ConditionEvaluationResult.enabled("in " + browser))
                .orElseGet(() -> {
                    String reason = "no Chromium on this machine: install chromium to run the tests in a browser";
                    System.out.println("  skipped " + context.getDisplayName() + ": " + reason);
                    return ConditionEvaluationResult.disabled(reason);
                });
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browsers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(ChromiumOnThisMachine.class))
                .getOrComputeIfAbsent(
                        Browsers.class,
                        key -> new Browsers(find().orElseThrow(), RunningSystem.of(context)),
                        Browsers.class);
    }
}
