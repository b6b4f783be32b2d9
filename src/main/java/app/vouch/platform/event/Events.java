package app.vouch.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Publishes facts inside the open transaction: contexts to the right hear them at once, and may
 * refuse; the log gets them when the command is done.
 */
@ApplicationScoped
public class Events {
  private final UnitOfWork unit;
  private final Event<Fact> observers;

  Events(UnitOfWork unit, Event<Fact> observers) {
    this.unit = unit;
    this.observers = observers;
  }

  public void publish(Fact fact) {
    unit.add(fact);
    observers.fire(fact);
  }
}
