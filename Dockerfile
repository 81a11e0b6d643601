# syntax=docker/dockerfile:1
# The server for production. Needs nothing but Docker: the build brings its own JDK and Maven.
#   docker build -t concordat-server:0.1.0 .

FROM eclipse-temurin:25.0.3_9-jdk-noble AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -q -pl server -am package -DskipTests
RUN cp server/target/server-*.jar server.jar \
    && java -Djarmode=tools -jar server.jar extract --layers --destination layers

FROM eclipse-temurin:25.0.3_9-jre-noble
RUN groupadd --system --gid 10001 concordat \
    && useradd --system --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin concordat
WORKDIR /concordat
# From what changes least to what changes most.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY LICENSE NOTICE ./

# Nothing is written but to /tmp, so that the root file system can be read-only.
# Axon's update checker sends machine data to its vendor: it is off here and in the server itself.
ENV AXONIQ_UPDATE_CHECKER_DISABLED=true \
    SPRING_PROFILES_ACTIVE=json-logs \
    SPRING_CONFIG_IMPORT=optional:configtree:/run/secrets/
USER 10001:10001
EXPOSE 8080
# The image has no curl and no wget; bash can open the connection itself.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-Ddisable-axoniq-console-message=true", "-jar", "server.jar"]
