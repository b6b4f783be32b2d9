package app.vouch.platform.event;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What the open transaction has published so far, in order. */
@TransactionScoped
public class UnitOfWork implements Serializable {
  private static final long serialVersionUID = 1;

  private final transient List<Fact> facts = new ArrayList<>();

  void add(Fact fact) {
    facts.add(fact);
  }

  public List<Fact> facts() {
    return List.copyOf(facts);
  }
}
