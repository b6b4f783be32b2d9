# `make` alone lists the commands. Any make will do; a JDK is found by .ci/find-jdk.
.DEFAULT_GOAL := help
.PHONY: help run demo bench bench-ledger bench-deliveries test test-mysql soak test-production check format docs audit image ci clean

# Stops with the finder's message when there is no JDK.
JDK := JAVA_HOME="$$(.ci/find-jdk)" && export JAVA_HOME &&
MAVEN := $(JDK) ./mvnw -ntp
JAVA := $(JDK) exec "$$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED

JAR := target/quarkus-app/quarkus-run.jar
PRODUCTION := target/production
TEST_CLASSPATH := target/test-classpath
# With the folders, whose time changes when a file goes.
SOURCES := pom.xml $(shell find src/main)
TEST_SOURCES := $(shell find src/test)
ON_TEST_CLASSPATH = -cp "target/test-classes:target/classes:$$(cat $(TEST_CLASSPATH))"

help:
	@echo "make COMMAND, where COMMAND is"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(JAR) ## start Vouch with a database of its own in data/, and print an API key
	@VOUCH_PROFILE="$${VOUCH_PROFILE:-dev}" && export VOUCH_PROFILE && $(JAVA) -jar $(JAR)

demo: $(JAR) $(TEST_CLASSPATH) ## play a referral from capture to payout against a fresh Vouch
	@$(JAVA) $(ON_TEST_CLASSPATH) app.vouch.demo.Demo

bench: $(PRODUCTION)/quarkus-run.jar $(TEST_CLASSPATH) ## measure Vouch beside bare programs, up to 25 minutes; BENCH_ONLY=capture,reads,optin,timers,start: a part
	@$(JAVA) $(ON_TEST_CLASSPATH) -Dvouch.app.dir=$(PRODUCTION) app.vouch.bench.Bench

bench-ledger: ## measure the ledger beside a bare JDBC program, 5 minutes
	@$(MAVEN) -q test -Dtest=LedgerBench -Dgroups=bench -Dtest.jit=-XX:+TieredCompilation

bench-deliveries: $(PRODUCTION)/quarkus-run.jar $(TEST_CLASSPATH) ## measure how fast a backlog is delivered beside a bare HTTP client, 10 minutes
	@$(JAVA) $(ON_TEST_CLASSPATH) -Dvouch.app.dir=$(PRODUCTION) app.vouch.bench.DeliveryBench

test: ## run all tests on MariaDB, the packaged program's too
	@$(MAVEN) verify -DskipITs=false

test-mysql: ## run the tests that a database can tell apart on MySQL: VOUCH_TEST_DB_URL when set, else the packaged 8.0.33
	@VOUCH_TEST_DB=mysql && export VOUCH_TEST_DB && $(MAVEN) test '-DexcludedGroups=browser | once' $(if $(VOUCH_TEST_DB_URL),,-Pmysql)

soak: $(PRODUCTION)/quarkus-run.jar ## play the ledger's random tests 10,000 times on a database, and kill the service 50 times; takes long
	@$(MAVEN) test -Dgroups=soak -Dvouch.soak=true -Dvouch.app.dir=$(PRODUCTION)

test-production: $(PRODUCTION)/quarkus-run.jar ## try the production jar from outside: what it serves and refuses, and what is left when it is killed
	@$(MAVEN) test -Dgroups=packaged -Dvouch.app.dir=$(PRODUCTION)

check: ## format, compiler warnings as errors, generated files up to date
	@rm -rf target/classes target/test-classes target/maven-status
	@$(MAVEN) -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Pstrict spotless:check test -Dgroups=generated

format: ## format the Java sources
	@$(MAVEN) -q spotless:apply

docs: ## write the generated files anew: openapi/, src/docs/states/
	@$(MAVEN) -q test -Dgroups='generated | event-examples' -Dvouch.generate=true

audit: $(JAR) ## GraphQL over HTTP, OpenAPI rules, breaking changes, by tools that others wrote (needs Node)
	@$(JDK) PATH="$$JAVA_HOME/bin:$$PATH" src/test/audit/run.sh

image: $(PRODUCTION)/quarkus-run.jar $(TEST_CLASSPATH) ## the container image as target/vouch-image.tar, on BASE=tar://file or a registry reference
	@$(JAVA) $(ON_TEST_CLASSPATH) -Dvouch.app.dir=$(PRODUCTION) app.vouch.image.ImageBuild

ci: ## what has to pass before a change lands
	@.ci/run

clean: ## remove what was built; data/ stays
	rm -rf target

$(JAR): $(SOURCES)
	@echo "Building Vouch (the first time downloads libraries, some minutes)"
	@$(MAVEN) -q package -Dmaven.test.skip=true
	@touch $@

$(PRODUCTION)/quarkus-run.jar: $(SOURCES)
	@echo "Building the production jar, without the embedded database server"
	@$(MAVEN) -q package -Dmaven.test.skip=true -Dproduction -Dquarkus.package.output-directory=production
	@touch $@

$(TEST_CLASSPATH): $(SOURCES) $(TEST_SOURCES)
	@$(MAVEN) -q test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=$@
	@touch $@
