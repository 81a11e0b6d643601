# Sourced by ./run and ./test: finds a JDK of version 25 or later and exports JAVA_HOME.
# Plain bash 3.2, which is what macOS has. FIND_JDK_ROOT is put before every fixed place; only its test sets it.

# Prints the major version of the JDK in $1; nothing where there is none, or only a runtime without a compiler.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  local version=""
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  if [ -z "$version" ]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  fi
  [ -n "$version" ] && echo "$version"
}

# Whether $1 holds a JDK that will do.
jdk_fits() {
  local version
  version=$(jdk_version "$1") && [ "$version" -ge 25 ]
}

# Prints the home of the `java` on the PATH; nothing where there is none.
jdk_on_path() {
  command -v java >/dev/null 2>&1 || return 1
  java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p' | head -n 1
}

# Says how to get a JDK on this system.
jdk_advice() {
  echo "Concordat needs a JDK 25 or later, and none was found in JAVA_HOME, on the PATH or in the usual places."
  case "$(uname -s)" in
    Darwin) echo "Install one with:  brew install openjdk@25" ;;
    *)
      if command -v apt-get >/dev/null 2>&1; then
        echo "Install one with:  sudo apt-get install openjdk-25-jdk   (or temurin-25-jdk, see https://adoptium.net/installation/linux)"
      elif command -v dnf >/dev/null 2>&1; then
        echo "Install one with:  sudo dnf install java-25-openjdk-devel"
      elif command -v pacman >/dev/null 2>&1; then
        echo "Install one with:  sudo pacman -S jdk25-openjdk"
      else
        echo "Install one with:  curl -s https://get.sdkman.io | bash && sdk install java 25-tem"
      fi
      ;;
  esac
}

# Exports JAVA_HOME, or says what to install and returns 1.
find_jdk() {
  local root="${FIND_JDK_ROOT:-}" candidate
  if [ -n "${JAVA_HOME:-}" ] && jdk_fits "$JAVA_HOME"; then
    export JAVA_HOME
    return 0
  fi
  candidate=$(jdk_on_path)
  if [ -n "$candidate" ] && jdk_fits "$candidate"; then
    export JAVA_HOME="$candidate"
    return 0
  fi
  for candidate in \
    "$root"/usr/lib/jvm/*25* \
    "$root"/usr/lib64/jvm/*25* \
    "$root"/opt/*jdk*25* \
    "$root"/Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    "$root"/opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    "$root"/usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    "$root"/opt/homebrew/opt/openjdk/libexec/openjdk.jdk/Contents/Home \
    "$root"/usr/local/opt/openjdk/libexec/openjdk.jdk/Contents/Home \
    "${SDKMAN_DIR:-${HOME:-/nonexistent}/.sdkman}"/candidates/java/25* \
    "${HOME:-/nonexistent}"/.jdks/*25*; do
    if jdk_fits "$candidate"; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  done
  jdk_advice >&2
  return 1
}
