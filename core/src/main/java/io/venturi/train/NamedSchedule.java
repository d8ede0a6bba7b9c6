package io.venturi.train;

/** A schedule that a model's provenance can name. */
record NamedSchedule(String name, Schedule rule) implements Schedule {

  /** What to call any schedule: its own words, or, where it has none, its class. */
  static String nameOf(Schedule schedule) {
    if (schedule instanceof NamedSchedule || schedule instanceof Schedules.WarmUp) {
      return schedule.toString();
    }
    String type = schedule.getClass().getName();
    int lambda = type.indexOf("$$"); // What follows differs from run to run.
    return lambda < 0 ? type : "a lambda of " + type.substring(0, lambda);
  }

  @Override
  public double factor(double epoch, double epochs) {
    return rule.factor(epoch, epochs);
  }

  @Override
  public String toString() {
    return name;
  }
}
