package io.venturi.features;

import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.error.DataException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@link Features#compare} has come to. Immutable; draws itself into a report. */
public final class FeatureComparison implements ReportPart {

  private final List<FeatureScore> scores;
  private final Set<String> models;

  FeatureComparison(List<FeatureScore> scores, Set<String> models) {
    this.scores = List.copyOf(scores);
    this.models = Set.copyOf(models);
  }

  /** Every figure: by contender, then learner, then number of labels. */
  public List<FeatureScore> scores() {
    return scores;
  }

  /**
   * One figure.
   *
   * @throws DataException if that was not compared
   */
  public FeatureScore score(String contender, Learner learner, int labels) {
    return scores.stream()
        .filter(
            each ->
                each.contender().equals(contender)
                    && each.learner().equals(learner)
                    && each.labels() == labels)
        .findFirst()
        .orElseThrow(
            () ->
                new DataException(
                    FeaturesMessage.UNKNOWN_SCORE,
                    String.format("%s on %s with %d labels", learner.name(), contender, labels),
                    known()));
  }

  private String known() {
    return scores.stream().map(FeatureScore::contender).distinct().collect(Collectors.joining(", "))
        + " with "
        + labels().stream().map(String::valueOf).collect(Collectors.joining(", "))
        + " labels";
  }

  /**
   * The model whose codes serve best by the rows that were held back from the labelled ones: test
   * rows choose nothing, so its accuracy on them is no luckier than that of the others. Empty if no
   * contender is a {@link io.venturi.model.Model}.
   */
  public Optional<FeatureScore> bestModel(Learner learner, int labels) {
    return of(learner, labels).stream()
        .filter(each -> models.contains(each.contender()))
        .max(Comparator.comparingDouble(FeatureScore::validation));
  }

  /** The best model's codes beside each contender that is no model, wherever there are both. */
  public List<FeatureDifference> differences() {
    record Pair(FeatureScore first, FeatureScore second) {}
    List<Pair> pairs = new ArrayList<>();
    for (Learner learner : learners()) {
      for (int labels : labels()) {
        Optional<FeatureScore> best = bestModel(learner, labels);
        if (best.isPresent()) {
          of(learner, labels).stream()
              .filter(each -> !models.contains(each.contender()))
              .map(each -> new Pair(best.get(), each))
              .forEach(pairs::add);
        }
      }
    }
    return pairs.stream()
        .map(pair -> FeatureDifference.of(pair.first(), pair.second(), pairs.size()))
        .toList();
  }

  /**
   * The best models' figures where they are ahead, beyond their intervals, of every contender that
   * is no model; empty also if there is none such.
   */
  public List<FeatureScore> aheadOfAllElse() {
    Map<FeatureScore, Boolean> ahead = new LinkedHashMap<>();
    differences().forEach(each -> ahead.merge(each.first(), each.isAhead(), Boolean::logicalAnd));
    return ahead.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
  }

  @Override
  public String title() {
    return "Codes as features";
  }

  @Override
  public void writeTo(ReportWriter report) {
    new ComparisonSection(this).writeTo(report);
  }

  /** The numbers of labels, ascending. */
  List<Integer> labels() {
    return scores.stream().map(FeatureScore::labels).distinct().sorted().toList();
  }

  /** What learned. */
  List<Learner> learners() {
    return scores.stream().map(FeatureScore::learner).distinct().toList();
  }

  /** The names of the contenders. */
  List<String> contenders() {
    return scores.stream().map(FeatureScore::contender).distinct().toList();
  }

  private List<FeatureScore> of(Learner learner, int labels) {
    return scores.stream()
        .filter(each -> each.learner().equals(learner) && each.labels() == labels)
        .toList();
  }

  /** Every figure. */
  @Override
  public String toString() {
    return scores.stream().map(FeatureScore::toString).collect(Collectors.joining("; "));
  }
}
