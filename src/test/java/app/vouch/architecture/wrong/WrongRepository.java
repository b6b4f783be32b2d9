package app.vouch.architecture.wrong;

import jakarta.persistence.EntityManager;

/** Deletes. */
class WrongRepository {
  void forget(EntityManager entities, Object row) {
    entities.remove(row);
  }
}
