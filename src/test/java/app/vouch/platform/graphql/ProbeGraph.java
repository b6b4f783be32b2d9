package app.vouch.platform.graphql;

import app.vouch.platform.access.ForAnyKey;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Fields that only tests have: slow ones, failing ones, nested ones. */
@GraphQLApi
public class ProbeGraph {
  static final Duration SLOW = Duration.ofMillis(100);

  private final EntityManager entities;

  ProbeGraph(EntityManager entities) {
    this.entities = entities;
  }

  /** A parent of the nested fields. */
  public record Probe(int number) {}

  @Query
  @ForAnyKey
  public @NonNull String probeSlow() {
    long end = System.nanoTime() + SLOW.toNanos();
    for (long left = SLOW.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    return Thread.currentThread().getName();
  }

  @Query
  @ForAnyKey
  public String probeFailing() {
    throw new IllegalStateException("the password is swordfish");
  }

  @Query
  @Needs(Scope.OPERATOR)
  public @NonNull String probeOperators() {
    return "operators only";
  }

  @Query
  @ForAnyKey
  public @NonNull List<@NonNull Probe> probeParents(int count) {
    return IntStream.range(0, count).mapToObj(Probe::new).toList();
  }

  /** Nests as deeply as it is asked. */
  public record ProbeTree(int depth) {}

  @Query
  @ForAnyKey
  public ProbeTree probeTree() {
    return new ProbeTree(0);
  }

  @ForAnyKey
  public ProbeTree deeper(@Source ProbeTree tree) {
    return new ProbeTree(tree.depth() + 1);
  }

  /** One statement for all parents. */
  @ForAnyKey
  @Transactional
  public List<String> label(@Source List<Probe> parents) {
    entities.createNativeQuery("select 1").getSingleResult();
    return parents.stream().map(p -> "number " + p.number()).toList();
  }
}
