package app.vouch.architecture.wrong;

import io.quarkus.arc.profile.UnlessBuildProfile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;

/** Names no scope, opens a transaction, touches a repository, reads the system's time. */
@UnlessBuildProfile("test")
@Path("/architecture/wrong")
public class WrongResource {
  final WrongRepository rows = new WrongRepository();

  @GET
  public String operation() {
    return QuarkusTransaction.requiringNew().call(() -> Instant.now().toString());
  }
}
