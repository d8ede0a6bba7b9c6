package io.venturi.error;

/**
 * Every message of the run time: a stable id, the fact, the fix. {@code docs/errors.md} explains
 * each; ids below AE-200 belong to the compiler.
 */
public enum Message implements ErrorMessage {
  // The compiler's, of specs whose width comes from data: word for word, a test holds that.
  BOTTLENECK_TOO_WIDE(
      "AE-012", "@Bottleneck %s() has %s, %s %s: it compresses nothing. %s, or add @Overcomplete."),
  TOO_MANY_PARAMETERS(
      "AE-021",
      "%s has %s parameters, more than the %s that fit in one vector. Use narrower layers."),

  // Data: AE-200 to AE-229.
  NO_ROWS("AE-200", "%s has no rows: give it at least one."),
  ROW_WIDTH(
      "AE-201", "Row %d of %s has %d values where %d were expected: every row has one width."),
  NOT_FINITE(
      "AE-202",
      "Row %d of %s, feature %d is %s: remove such rows or fill in the value; for those that are missing there is @MissingValues."),
  OUT_OF_RANGE(
      "AE-203",
      "Row %d of %s, feature %d is %s, outside [%s, %s] which @%s asks of its data: scale the data,"
          + " or choose another loss."),
  WIDTH_MISMATCH(
      "AE-204", "%s has rows of %d values, but %s takes %d: check the spec's input and the data."),
  FILE_NOT_FOUND("AE-205", "%s is not a readable file: check the path."),
  IDX_MAGIC(
      "AE-206",
      "%s starts with 0x%08x, which is no IDX header of unsigned bytes (0x0000080N, N dimensions):"
          + " is it an IDX file?"),
  IDX_DIMENSIONS(
      "AE-207", "%s is an IDX file of %d dimensions where %d were expected: use the right file."),
  IDX_SIZE(
      "AE-208",
      "%s says %s in its header, which is %d bytes of data, but %s: the file is cut short or"
          + " damaged, get it again."),
  BAD_SPLIT("AE-209", "A split of %s at %s is not possible: %s."),
  NO_VALUES("AE-210", "%s has rows of no values: give each row at least one."),
  TOO_MANY_VALUES(
      "AE-211",
      "%s has %d rows of %d values, more than the %d values that one dataset in memory holds:"
          + " use fewer rows, or stream them."),
  IDX_HEADER(
      "AE-212",
      "%s ends after %d bytes, inside its IDX header of %d: the file is cut short, get it again."),
  IDX_TYPE(
      "AE-213",
      "%s is an IDX file of %s where unsigned bytes were expected: convert it, or read it another"
          + " way."),
  IDX_SHAPE(
      "AE-214",
      "%s says %s in its IDX header: every dimension must be at least 1 and the whole at most %d"
          + " bytes. The file is damaged, or too large for one dataset."),
  GZIP_DAMAGED("AE-215", "%s is not sound gzip at byte %d: %s. Get the file again."),
  READ_FAILED("AE-216", "%s could not be read: %s. Check its permissions and the disk."),
  NOT_A_MATRIX(
      "AE-217",
      "%s has shape %s and type %s, but a dataset needs numbers in rows: (rows, features), or one"
          + " more dimension for each of a row's."),
  NULL_ROW("AE-218", "Row %d of %s is null: leave it out, or give it values."),
  NPY_DAMAGED(
      "AE-219",
      "%s is not a sound NPY array at byte %d: %s. Get the file again, or write it anew."),
  NPY_TYPE(
      "AE-220",
      "%s holds elements of type %s, but only booleans, integers and floats of 2, 4 or 8 bytes are"
          + " read: convert it."),
  VALUE_TOO_LARGE(
      "AE-221",
      "Row %d of %s, feature %d is %s, beyond the largest float, 3.4028235E38: scale the data"
          + " first."),
  NPZ_DAMAGED("AE-222", "%s is not a sound NPZ file: %s. Get the file again, or write it anew."),
  NOT_LABELS(
      "AE-223",
      "%s holds no labels: %s. Labels are whole numbers from -2147483648 to 2147483647, one a"
          + " row."),
  CSV_DAMAGED(
      "AE-224",
      "%s, line %d: %s. Mend the file, or check which separator, quote and header were set."),
  CSV_VALUE(
      "AE-225",
      "%s, line %d, column %s is %s where %s was expected: mend it, drop the column, or make it"
          + " the label."),
  CSV_MISSING(
      "AE-226",
      "%s, line %d, column %s is %s, a missing value, where a number was expected: mend it, drop"
          + " the column, fill such values in by fillMissing, leave their rows out by"
          + " dropIncompleteRows(), or keepMissing() for a spec with @MissingValues."),
  NOT_IN_FILE("AE-227", "%s has no %s %s: it has %s."),
  IMAGE_DAMAGED(
      "AE-228", "%s cannot be read as an image: %s. Replace it, or take it out of the folder."),
  IMAGE_SIZE(
      "AE-229",
      "%s is %d pixels high and %d wide, but the images before it are %d high and %d wide: set"
          + " the height and width that all are scaled to."),

  // Training: AE-230 to AE-239.
  HYPERPARAMETER("AE-230", "%s is %s, but must be %s."),
  TWO_TRANSFORMS(
      "AE-231", "%s has two types that transform the code, %s and %s: take one of them away."),
  DIVERGED(
      "AE-232",
      "The loss became %s in step %d of epoch %d; the first value that is not finite is in %s."
          + " Training stopped before this step changed anything; lastGood() has %s. Scale the data"
          + " or lower the learning rate."),
  PARAMETERS_DIVERGED(
      "AE-233",
      "Step %d of epoch %d made the parameters of %s infinite or NaN. Training stopped; lastGood()"
          + " has %s. Scale the data or lower the learning rate."),
  VALIDATION_DIVERGED(
      "AE-234",
      "The validation loss of epoch %d is %s. Training stopped; lastGood() has %s. Look for extreme"
          + " values in the validation data, scale the data, or lower the learning rate."),
  METRICS_UNWRITABLE(
      "AE-235",
      "The metrics cannot be written to %s: %s. Check that its folder exists, and the disk."),

  // Scalers, weights and continued training: AE-240 to AE-249.
  SCALER_FAILED("AE-240", "Scaler %s cannot be fitted to %s: %s."),
  SCALED_OUT_OF_RANGE(
      "AE-241",
      "Row %d of %s, feature %d is %s and, scaled by %s, %s: outside [%s, %s] which @%s asks of"
          + " scaled data. Use Scalers.minMax().clip(), or choose another loss."),
  SCALED_NOT_FINITE(
      "AE-242",
      "Row %d of %s, feature %d is %s and, scaled by %s, %s: it is too far from the rows that the"
          + " scaler was fitted to. Mend the value, or leave the row out."),
  WEIGHT_COUNT("AE-243", "%d weights were given for %s, which has %d rows: give one a row."),
  BAD_WEIGHT("AE-244", "The weight of row %d of %s is %s: weights are finite and at least 0."),
  NO_WEIGHT(
      "AE-245", "All weights of %s are 0, so no row of it counts: give one a weight above 0."),
  CANNOT_CONTINUE(
      "AE-246",
      "%s cannot continue from a model of %s, which has %s: continue with the spec that it was"
          + " trained with."),

  FEATURE_WEIGHTS(
      "AE-247", "%d feature weights were given for %s, which has %d features: give one a feature."),
  LOSS_WEIGHS_NOTHING(
      "AE-248",
      "@%s cannot count the values of a row differently, so it does not go with %s. Take another"
          + " loss, such as @MeanSquaredError."),
  LOSS_UNFIT("AE-249", "%s uses @%s, which %s, but %s: %s."),

  // Plugins and specs: AE-250 to AE-259.
  MISSING_PLUGIN(
      "AE-250",
      "%s uses @%s, but no plugin on the class path contributes it: add %s to the"
          + " dependencies (%s loaded: %s)."),
  DUPLICATE_CONTRIBUTION(
      "AE-251",
      "Two plugins contribute the %s %s: %s (%s) and %s (%s). Take one of them off the class"
          + " path."),
  OTHER_API_VERSION(
      "AE-252",
      "Plugin %s (%s) was built for version %d of the plugin API, this is version %d: use a version"
          + " of the plugin that was built for this Venturi."),
  PLUGIN_FAILED(
      "AE-253",
      "Plugin %s (%s) failed while loading: %s. Update it, or take it off the class path."),
  NOT_A_SPEC("AE-254", "%s is no spec: it has no @Autoencoder."),
  NO_NETWORK(
      "AE-255",
      "%s has no generated network %s: compile it with io.venturi:venturi-processor-all on the"
          + " annotation processor path."),
  NETWORK_FAILED("AE-256", "The generated network %s cannot be made: %s. Compile the spec anew."),
  NO_LOSS("AE-257", "%s has no loss annotation: compile it anew with the processor."),

  NO_LAYER("AE-258", "%s has no layer %s: its layers are %s."),
  WIDTH_FROM_DATA(
      "AE-259",
      "%s leaves its width to the data, so without data there is no network: say how wide rows are,"
          + " by objective(inputs)."),

  // Tables and streams: AE-260 to AE-269.
  CSV_NO_HEADER(
      "AE-260",
      "%s has numbers alone in its first line, %s: if it is a row, read it withoutHeader(); if"
          + " these are the names of the columns, say so by withHeader()."),
  CSV_SEPARATOR(
      "AE-261", "%s, line %d has one field, %s: is the separator %s? Set it by separator(%s)."),
  CSV_NOT_IN_STREAM(
      "AE-262",
      "Missing values of %s cannot be filled with the %s of their column, for which all rows must"
          + " be at hand: read the table into memory, set numbers by fillMissing, or leave rows out"
          + " by dropIncompleteRows()."),
  CSV_EMPTY_COLUMN(
      "AE-263",
      "%s has no value in column %s to fill the missing ones from: drop the column, or set a number"
          + " by fillMissing."),
  CSV_ALL_INCOMPLETE(
      "AE-264",
      "%s has no complete row: all %d lack a value, in column %s %d of them. Drop such columns, or"
          + " fill their values in."),
  USED_UP(
      "AE-265",
      "%s gave its rows before and now cannot give them again: %s. Open a new stream or iterator"
          + " each time one is asked for, not one that was made before."),

  // Models and their files: AE-270 to AE-289.
  MODEL_UNREADABLE("AE-270", "%s cannot be read as a model: %s. Check the path and the disk."),
  MODEL_DAMAGED("AE-271", "%s is not a sound model file: %s. Nothing was loaded; use a good copy."),
  MODEL_VERSION(
      "AE-272",
      "%s has version %s of the model format, this Venturi reads versions %s: update it."),
  MODEL_MISMATCH(
      "AE-273",
      "%s is a model of %s and has %s in %s: load it with the spec that it was trained with."),
  MODEL_UNWRITABLE(
      "AE-274", "%s cannot be written: %s. The file of that name, if any, is as before."),
  MODEL_CLASS("AE-275", "%s names %s, which is no %s that can be made here: %s."),
  MODEL_CLOSED(
      "AE-276",
      "A model of %d parameters was used after its close(), which freed them: close a model after"
          + " its last use, or load it again."),
  SCORE_NOT_FINITE(
      "AE-277",
      "The score of row %d of %s is %s: its values are too large for %s. Scale the data, or train"
          + " with a scaler."),
  ARRAY_LENGTH(
      "AE-278", "The array for %s has %d values, but %s needs %d: give it one of that length."),
  MODEL_UNCONFIRMED(
      "AE-279",
      "%s is written, whole and under its name, but the disk did not confirm the name: %s. A power"
          + " cut may bring the file before it back. Check the disk and save again."),
  NO_LOSS_AT_HAND(
      "AE-280",
      "%s was loaded without the loss that it was trained with, so it cannot say what rows cost by"
          + " it: add the loss's plugin to the dependencies and load it again."),

  NO_JACOBIAN("AE-285", "%s has no Jacobian of its encoder: %s."),
  TYPE_UNFIT("AE-286", "%s uses @%s, which %s, but %s: %s."),

  // Streams: AE-290 to AE-294.
  STREAM_FAILED(
      "AE-290", "Training on %s stopped in epoch %d, after %d of its rows: %s lastGood() has %s."),
  STREAM_SIZE(
      "AE-291",
      "%s gave %d rows where %d were said: check whether it was cut short, or the size that was"
          + " set."),
  STREAM_SIZE_UNKNOWN(
      "AE-292",
      "The schedule changes the learning rate within the first epoch, but nobody knows how many"
          + " rows %s has: say it by withSize(rows), or take a schedule that changes between"
          + " epochs."),
  STREAM_ORDER(
      "AE-293",
      "%s is in Fortran order, in which the values of a row lie scattered over the whole file: save"
          + " it in C order, or read it into memory."),

  // Downloads: AE-295 to AE-299.
  DOWNLOAD_FAILED(
      "AE-295",
      "%s could not be downloaded: %s. Check the network, or get the file yourself and name its"
          + " folder by -Dventuri.data or VENTURI_DATA."),
  DOWNLOAD_UNWRITABLE(
      "AE-296",
      "%s cannot be written: %s. Make room, or name another folder by -Dventuri.cache or"
          + " VENTURI_CACHE."),
  IMAGES_NOT_FOUND(
      "AE-297",
      "%s: there is no %s, plain or with .gz behind the name. Name the folder that has them."),

  // Noise, missing values, single images: AE-300 to AE-309.
  NOTHING_CORRUPTS(
      "AE-300",
      "%s has nothing that corrupts rows: give it @Denoising and a noise annotation, or leave its"
          + " rows as they are."),
  EMPTY_ROW("AE-301", "Row %d of %s has no value at all, each is missing: leave the row out."),
  IMAGE_OTHER_SIZE(
      "AE-302",
      "%s is %d pixels high and %d wide where %d x %d were expected: scale it to that size, or take"
          + " it out of the folder."),

  // Applications: AE-310 to AE-319; those of one application are in its plugin's catalogue.
  NO_APPLICATION(
      "AE-310",
      "No plugin on the class path contributes the application %s: add the plugin that has it, with"
          + " its service file, to the dependencies (contributed: %s)."),
  ;

  private final String id;
  private final String template;

  Message(String id, String template) {
    this.id = id;
    this.template = template;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String template() {
    return template;
  }
}
