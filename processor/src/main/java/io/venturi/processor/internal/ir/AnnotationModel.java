package io.venturi.processor.internal.ir;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An annotation as it was written.
 *
 * @param members all of them, in the order of their declaration, defaults included
 */
public record AnnotationModel(
    ClassRef type, List<Kind> kinds, List<MemberModel> members, Origin origin) {

  public AnnotationModel {
    kinds = List.copyOf(kinds);
    members = List.copyOf(members);
  }

  /** What it means as a {@code kind}, if anything. */
  public <K extends Kind> Optional<K> as(Class<K> kind) {
    return kinds.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** Whether it means a {@code kind}. */
  public boolean is(Class<? extends Kind> kind) {
    return as(kind).isPresent();
  }

  /** This one and all that stand within it. */
  public Stream<AnnotationModel> withNested() {
    return Stream.concat(
        Stream.of(this), members.stream().flatMap(member -> nested(member.value())));
  }

  private static Stream<AnnotationModel> nested(Value value) {
    if (value instanceof Value.Nested nested) {
      return nested.annotation().withNested();
    }
    return value instanceof Value.Array array
        ? array.elements().stream().flatMap(AnnotationModel::nested)
        : Stream.empty();
  }

  /** What it must have, if it is a type or one of a type's ways to work. */
  public Optional<Kind.Needs> needs() {
    return as(Kind.IsType.class)
        .map(Kind.IsType::needs)
        .or(() -> as(Kind.IsOption.class).map(Kind.IsOption::needs));
  }

  /** The member of this name. */
  public Optional<MemberModel> member(String name) {
    return members.stream().filter(member -> member.name().equals(name)).findFirst();
  }

  /** Where the value of this member is written; the annotation itself if it has none of its own. */
  public Origin originOf(String member) {
    return member(member).map(m -> m.value().origin()).orElse(origin);
  }

  /** As users write it: {@code @Dense}. */
  public String display() {
    return "@" + type.simpleName();
  }
}
