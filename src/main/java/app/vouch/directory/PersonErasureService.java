package app.vouch.directory;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.erasure.Erased;
import app.vouch.platform.erasure.Erasing;
import app.vouch.platform.erasure.Erasing.Stage;
import app.vouch.platform.erasure.PersonalJson;
import app.vouch.platform.job.JobItem;
import app.vouch.platform.job.JobSlice;
import app.vouch.platform.job.JobTask;
import app.vouch.platform.job.JobView;
import app.vouch.platform.job.Jobs;
import app.vouch.platform.reference.ExternalRefs;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.Refusal;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes what is kept of a person wherever it is kept, part by part, as a job. Its report says
 * what was changed, and never what stood there.
 */
@ApplicationScoped
public class PersonErasureService implements JobTask<PersonErasure> {
  private static final Comparator<Erasing> BY_NAME = Comparator.comparing(Erasing::what);
  private static final String OPERATION = "erasePerson";

  private final PersonRepository people;
  private final ExternalRefs refs;
  private final List<Erasing> parts;
  private final PersonalJson json;
  private final Jobs jobs;
  private final RequestContext request;
  private final Work work;
  private final Clock clock;

  PersonErasureService(
      PersonRepository people,
      ExternalRefs refs,
      @All List<Erasing> parts,
      PersonalJson json,
      Jobs jobs,
      RequestContext request,
      Work work,
      Clock clock) {
    this.people = people;
    this.refs = refs;
    this.parts =
        Stream.of(Stage.STOP, Stage.FORGET, Stage.STOP, Stage.EMPTY, Stage.TRACES)
            .flatMap(stage -> parts.stream().filter(part -> part.stage() == stage).sorted(BY_NAME))
            .toList();
    this.json = json;
    this.jobs = jobs;
    this.request = request;
    this.work = work;
    this.clock = clock;
  }

  /** Which part is done next, and where it begins; kept as the job's cursor. */
  private record Place(int part, @Nullable String within) {
    private static final String BETWEEN = ":";

    static Place read(@Nullable String cursor) {
      if (cursor == null) {
        return new Place(0, null);
      }
      String[] halves = cursor.split(BETWEEN, 2);
      return new Place(Integer.parseInt(halves[0]), halves[1].isEmpty() ? null : halves[1]);
    }

    String text() {
      return part + BETWEEN + (within == null ? "" : within);
    }
  }

  /**
   * Begins the job, in the name of the caller.
   *
   * @throws Refusal.NotFound when the tenant has no such person
   */
  public Answer<JobView> begin(ErasePerson command) {
    return work.write(
        OPERATION,
        command,
        JobView.class,
        () -> {
          UUID id = refs.inPath(IdType.PERSON, command.id());
          if (people.findById(id) == null) {
            throw new Refusal.NotFound(IdType.PERSON, command.id());
          }
          PersonErasure input =
              new PersonErasure(
                  IdType.PERSON.format(id), clock.instant().truncatedTo(ChronoUnit.MICROS));
          return Answer.created(jobs.start(this, input, null));
        });
  }

  @Override
  public String kind() {
    return "person-erasure";
  }

  @Override
  public Class<PersonErasure> inputType() {
    return PersonErasure.class;
  }

  @Override
  public JobSlice run(UUID jobId, PersonErasure input, @Nullable String cursor) {
    Place place = Place.read(cursor);
    Erasing part = parts.get(place.part());
    AtomicReference<Erasing.Step> done = new AtomicReference<>(Erasing.Step.last(0));
    work.step(OPERATION, () -> done.set(part.erase(person(input), place.within())));
    Erasing.Step step = Objects.requireNonNull(done.get());
    return new JobSlice(step.changed(), report(input, part, step), next(place, step));
  }

  private static List<JobItem> report(PersonErasure input, Erasing part, Erasing.Step step) {
    return step.changed() == 0
        ? List.of()
        : List.of(
            JobItem.found(
                input.personId(),
                "{\"erased\":\"%s\",\"changed\":%d}".formatted(part.what(), step.changed())));
  }

  private @Nullable String next(Place place, Erasing.Step step) {
    if (step.place() != null) {
      return new Place(place.part(), step.place()).text();
    }
    return place.part() + 1 < parts.size() ? new Place(place.part() + 1, null).text() : null;
  }

  private Erased person(PersonErasure input) {
    UUID id = IdType.PERSON.inPath(input.personId());
    Set<String> ids = new HashSet<>(json.idsOf(id));
    ids.add(input.personId());
    return new Erased(request.tenantId(), id, ids, Tombstone.of(id), input.at());
  }
}
