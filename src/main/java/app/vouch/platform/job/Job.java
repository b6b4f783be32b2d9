package app.vouch.platform.job;

import app.vouch.platform.access.Actor;
import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Work that takes longer than a request, and how far it is. */
@Entity
@Table(name = "job")
class Job extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "kind")
  private String kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private JobState state;

  /** JSON of the kind's input. */
  @Column(name = "input")
  private String input;

  @Column(name = "place")
  private @Nullable String cursor;

  /** Counts the timers that were set for it: only the latest may go on with it. */
  @Column(name = "turn")
  private int turn;

  /** How often in a row a piece of it has failed. */
  @Column(name = "faults")
  private int faults;

  @Column(name = "done")
  private int done;

  @Column(name = "refused")
  private int refused;

  @Column(name = "total")
  private @Nullable Integer total;

  @Column(name = "fault_code")
  private @Nullable String faultCode;

  @Column(name = "fault")
  private @Nullable String fault;

  @Enumerated(EnumType.STRING)
  @Column(name = "actor_type")
  private Actor.Type actorType;

  @Column(name = "actor_id")
  private String actorId;

  @Column(name = "actor_name")
  private @Nullable String actorName;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Job() {}

  Job(UUID id, String kind, String input, @Nullable Integer total, Actor actor, Instant now) {
    this.id = id;
    this.kind = kind;
    this.state = JobLifecycle.TABLE.initial();
    this.input = input;
    this.total = total;
    this.actorType = actor.type();
    this.actorId = actor.id();
    this.actorName = actor.name();
    this.version = 1;
    this.createdAt = now;
    this.updatedAt = now;
  }

  /**
   * @return the turn's number
   */
  int nextTurn() {
    return ++turn;
  }

  void advance(JobSlice slice, Instant now) {
    cursor = slice.cursor();
    done += slice.done();
    refused += (int) slice.items().stream().filter(JobItem::isRefused).count();
    faults = 0;
    updatedAt = now;
  }

  /**
   * @return how often in a row now
   */
  int stumble(Instant now) {
    updatedAt = now;
    return ++faults;
  }

  void changeTo(JobState newState, Instant now) {
    if (newState == JobState.RUNNING && startedAt == null) {
      startedAt = now;
    }
    if (newState == JobState.QUEUED) {
      faults = 0;
      faultCode = null;
      fault = null;
    }
    finishedAt = JobLifecycle.TABLE.isTerminal(newState) ? now : null;
    state = newState;
    updatedAt = now;
  }

  void failedBecause(String code, String message) {
    faultCode = code;
    fault = message;
  }

  UUID id() {
    return id;
  }

  String kind() {
    return kind;
  }

  JobState state() {
    return state;
  }

  String input() {
    return input;
  }

  @Nullable String cursor() {
    return cursor;
  }

  boolean isTurn(int number) {
    return turn == number;
  }

  Actor actor() {
    return new Actor(actorType, actorId, actorName);
  }

  int version() {
    return version;
  }

  JobView view() {
    return new JobView(
        IdType.JOB.format(id),
        kind,
        state,
        done,
        refused,
        total,
        faultCode,
        fault,
        actor(),
        version,
        createdAt,
        startedAt,
        finishedAt,
        updatedAt);
  }
}
