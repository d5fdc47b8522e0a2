package org.jielian.foundation.imports;

import java.nio.file.Path;
import java.util.List;
import org.jielian.foundation.tabular.TableFormat;

/**
 * A file that was taken in and can be read from beginning to end.
 *
 * @param name what its sender calls it; {@code null} if the sender did not say
 * @param columns names in its header
 * @param rows rows below the header
 */
record Upload(Path file, String name, TableFormat format, List<String> columns, long rows) {}
