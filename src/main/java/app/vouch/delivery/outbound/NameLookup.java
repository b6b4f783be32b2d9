package app.vouch.delivery.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Asks for the addresses of a host. */
@FunctionalInterface
interface NameLookup {
  /** The system's resolver. */
  NameLookup SYSTEM = host -> Arrays.asList(InetAddress.getAllByName(host));

  List<InetAddress> addresses(String host) throws UnknownHostException;
}
