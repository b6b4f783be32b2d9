package app.vouch.referral;

import java.util.HexFormat;

/**
 * What makes two referrals the same: the prospect's address in one family of programs.
 *
 * @param emailKey see {@link app.vouch.platform.tenant.TenantKeys#emailKey}
 */
record ProspectKey(String family, byte[] emailKey) {

  /** Whoever holds this guard decides who was first. */
  String guard() {
    return "prospect:" + family + ':' + HexFormat.of().formatHex(emailKey);
  }
}
