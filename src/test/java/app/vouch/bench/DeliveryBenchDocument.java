package app.vouch.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The document of a run of {@link DeliveryBench}. */
final class DeliveryBenchDocument {
  static final Path FILE = Path.of("src", "docs", "benchmarks-delivery.md");
  private static final double AIM_RATE = 1 / 3d;
  private static final double AIM_AGE = 10;

  /** A backlog that was delivered, in deliveries per second. */
  record Drained(int endpoints, double one, double three, int connections, double floor) {}

  /** How long deliveries took at half load, in milliseconds. */
  record Aged(double perSecond, double p50, double p99) {}

  record Measured(
      int deliveries,
      List<Drained> drained,
      Aged service,
      Aged disturbed,
      Aged floor,
      double claims,
      double claimFloor) {}

  static String text(String facts, Measured m) {
    return """
        # Delivery benchmark

        Written by `make bench-deliveries`. `BENCH_DELIVERIES` makes it shorter or longer.

        %s
        A backlog of %,d deliveries is sent by the packaged service, with everything that makes a delivery: leases, signatures, vetted addresses, the attempt's record. One endpoint takes 50 attempts at once, the others 4 each. The floor is the bare HTTP client that the service uses: it posts the same body over as many connections to the same receiver, and keeps nothing. Each rate is that of a second backlog, after one that makes everybody warm. Service, database, client and receiver share one machine.

        %s
        Aims: %.2f of the floor with one replica: %s. No less with three replicas on the same cores than with one: %s.

        ## From commit to arrival

        At half of the rate with 100 endpoints. The service's time is that from the event's timestamp, which is taken in the transaction that writes it, to the receiver; the bare client's is that from the call.

        %s
        The aim is %.0f times the bare client's p99: %s. "Beside hanging ones" is the same load while 20 more endpoints take every request and answer none, counted without them: its p99 is %.2f of that without them.

        ## Claims

        The service takes %,.0f deliveries a second out of the queue, sends them and records what came of it. A bare JDBC program that moves the same rows over one connection, in batches of 50, and sends nothing takes %,.0f (ratio %.2f).

        ## What it is made of

        With 2 cores everything waits for a processor. A delivery writes six rows in two transactions, so that a crash at any moment loses nothing: out of the queue and under a lease, the delivery's state, then the attempt, the lease's end and the state again. Batches make one statement of many rows, but the rows remain, and the database's work on them is about half of the processor time; the bare client keeps nothing. More replicas are for machines of their own.
        """
        .formatted(
            facts,
            m.deliveries(),
            rates(m.drained()),
            AIM_RATE,
            verdict(m.drained().stream().allMatch(d -> d.one() / d.floor() >= AIM_RATE)),
            verdict(m.drained().stream().allMatch(d -> d.three() >= d.one())),
            ages(m),
            AIM_AGE,
            verdict(m.service().p99() <= AIM_AGE * m.floor().p99()),
            m.disturbed().p99() / m.service().p99(),
            m.claims(),
            m.claimFloor(),
            m.claims() / m.claimFloor());
  }

  private static String rates(List<Drained> drained) {
    MarkdownTable table =
        new MarkdownTable(
            "endpoints", "1 replica /s", "3 replicas /s", "connections", "floor /s", "ratio");
    drained.forEach(
        d ->
            table.row(
                number(d.endpoints(), 0),
                number(d.one(), 0),
                number(d.three(), 0),
                number(d.connections(), 0),
                number(d.floor(), 0),
                number(d.one() / d.floor(), 2)));
    return table.toString();
  }

  private static String ages(Measured m) {
    return new MarkdownTable("", "deliveries /s", "p50 ms", "p99 ms")
        .row(
            "service",
            number(m.service().perSecond(), 0),
            number(m.service().p50(), 1),
            number(m.service().p99(), 1))
        .row(
            "service, beside hanging ones",
            number(m.disturbed().perSecond(), 0),
            number(m.disturbed().p50(), 1),
            number(m.disturbed().p99(), 1))
        .row(
            "bare client",
            number(m.floor().perSecond(), 0),
            number(m.floor().p50(), 1),
            number(m.floor().p99(), 1))
        .toString();
  }

  private static String verdict(boolean met) {
    return met ? "met" : "missed";
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  private DeliveryBenchDocument() {}
}
