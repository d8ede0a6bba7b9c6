package io.venturi.data;

import java.util.List;

/**
 * What a CSV file holds.
 *
 * @param data rows of shape {features}: the columns that are neither dropped nor the label
 * @param columns the names of the data's features, in their order
 * @param labels the text of the label column, one a row; empty without such a column
 */
@SuppressWarnings("ArrayRecordComponent") // As plain as the labels of the other readers.
public record CsvTable(Dataset data, List<String> columns, String[] labels) {}
