package app.vouch.contract;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.Timeout;

/**
 * All scenarios, against one service. {@code -Dtest='ContractTest$Deals'} runs one context's; only
 * the whole says whether an operation was forgotten.
 */
@QuarkusTest
@Timeout(300)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class ContractTest {

  @Nested
  class Organizations extends OrganizationScenarios {}

  @Nested
  class People extends PersonScenarios {}

  @Nested
  class Programs extends ProgramScenarios {}

  @Nested
  class Calendars extends CalendarScenarios {}

  @Nested
  class Templates extends TemplateScenarios {}

  @Nested
  class Referrers extends ReferrerScenarios {}

  @Nested
  class Referrals extends ReferralScenarios {}

  @Nested
  class Introductions extends IntroductionScenarios {}

  @Nested
  class Candidates extends CandidateScenarios {}

  @Nested
  class DueItems extends DueItemScenarios {}

  @Nested
  class Suppressions extends SuppressionScenarios {}

  @Nested
  class Deals extends DealScenarios {}

  @Nested
  class Recognition extends RecognitionScenarios {}

  @Nested
  class Attributions extends AttributionScenarios {}

  @Nested
  class PayeeDocuments extends PayeeDocumentScenarios {}

  @Nested
  class Rewards extends RewardScenarios {}

  @Nested
  class Ledger extends LedgerScenarios {}

  @Nested
  class LedgerAdjustments extends LedgerAdjustmentScenarios {}

  @Nested
  class LedgerProof extends LedgerProofScenarios {}

  @Nested
  class Payouts extends PayoutScenarios {}

  @Nested
  class PaymentDetails extends PaymentDetailsScenarios {}

  @Nested
  class PayoutBatches extends PayoutBatchScenarios {}

  @Nested
  class Jobs extends JobScenarios {}

  @Nested
  class Webhooks extends WebhookScenarios {}

  @Nested
  class Events extends EventScenarios {}

  @Nested
  class Access extends AccessScenarios {}

  @Nested
  class Branding extends BrandingScenarios {}

  @Nested
  @Tag("once")
  class BadInput extends BadInputScenarios {}

  @Nested
  class OneWay extends OneWayScenarios {}

  @Nested
  @Tag("once")
  class Http extends HttpScenarios {}

  @Nested
  class Validator extends ValidatorScenarios {}

  @Nested
  @Tag("once")
  @Order(Integer.MAX_VALUE)
  class EveryOperation extends CoverageScenarios {}
}
