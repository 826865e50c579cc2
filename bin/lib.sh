# shellcheck shell=bash
#
# Copyright The Gozinto Authors
# SPDX-License-Identifier: Apache-2.0
#
# What the scripts beside this one share. Sourced, never run.

GOZINTO_HOME="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
GOZINTO_JDK_LEAST=25

say() {
  printf '%s\n' "gozinto: $*" >&2
}

die() {
  say "$1"
  shift
  if (($# > 0)); then
    printf '  %s\n' "$@" >&2
  fi
  exit 8
}

# The version of the JDK in a folder, such as 25.0.3; nothing when there is no JDK in it.
jdk_version() {
  local home="$1" line
  [[ -x "$home/bin/java" && -x "$home/bin/javac" ]] || return 0
  if [[ -r "$home/release" ]]; then
    while IFS= read -r line || [[ -n "$line" ]]; do
      if [[ "$line" == JAVA_VERSION=* ]]; then
        line="${line#JAVA_VERSION=}"
        line="${line//\"/}"
        printf '%s\n' "${line//$'\r'/}"
        return 0
      fi
    done <"$home/release"
  fi
  "$home/bin/java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1
}

# The folders that may hold a JDK, the wanted ones first.
jdk_candidates() {
  local java folder
  if [[ -n "${JAVA_HOME:-}" ]]; then
    printf '%s\n' "$JAVA_HOME"
  fi
  if java="$(command -v javac 2>/dev/null)"; then
    java="$(readlink -f "$java" 2>/dev/null || printf '%s\n' "$java")"
    dirname "$(dirname "$java")"
  fi
  if [[ -x /usr/libexec/java_home ]]; then
    /usr/libexec/java_home -v "$GOZINTO_JDK_LEAST+" 2>/dev/null || true
  fi
  for folder in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/*; do
    if [[ -x "$folder/bin/javac" ]]; then
      printf '%s\n' "$folder"
    fi
  done
}

# Sets JAVA_HOME to a JDK that is new enough, and GOZINTO_JDK to its version; says what is missing when there is none.
find_jdk() {
  local home version seen=()
  while IFS= read -r home; do
    version="$(jdk_version "$home")"
    if [[ "${version%%[.+-]*}" =~ ^[0-9]+$ ]] && ((10#${version%%[.+-]*} >= GOZINTO_JDK_LEAST)); then
      export JAVA_HOME="$home"
      GOZINTO_JDK="$version"
      return 0
    fi
    if [[ -n "$version" ]]; then
      seen+=("found and too old: $home ($version)")
    fi
  done < <(jdk_candidates)
  die "a JDK $GOZINTO_JDK_LEAST or newer is missing." \
    "Install one, such as Eclipse Temurin or your system's openjdk-$GOZINTO_JDK_LEAST-jdk, or set JAVA_HOME to it." \
    "Looked in JAVA_HOME, PATH, /usr/lib/jvm, /usr/java, /opt, SDKMAN, ~/.jdks and macOS's java_home." \
    "${seen[@]+"${seen[@]}"}"
}

# Says what is missing when there is no Maven.
find_maven() {
  command -v mvn >/dev/null 2>&1 || die "Maven 3.8 or newer is missing." \
    "Install it with your system's packages (apt-get install maven, brew install maven), and have mvn in PATH."
}

GOZINTO_NODE_LEAST=20.19

# Whether there is a Node that can build the screens, with its npm.
has_node() {
  local version
  command -v npm >/dev/null 2>&1 && version="$(node --version 2>/dev/null)" || return 1
  version="${version#v}"
  [[ "$(printf '%s\n%s\n' "$GOZINTO_NODE_LEAST" "$version" | sort -V | head -n 1)" == "$GOZINTO_NODE_LEAST" ]]
}

# Says what is missing when the screens cannot be built.
find_node() {
  has_node || die "Node $GOZINTO_NODE_LEAST or newer, with npm, is missing: the screens are built with it." \
    "Install it from nodejs.org or with your system's packages (nodejs, npm)."
}

# The Chromium that the browser tests use; nothing when there is none.
chromium() {
  local path
  for path in "${GOZINTO_CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    if [[ -n "$path" && -x "$path" ]]; then
      printf '%s\n' "$path"
      return 0
    fi
  done
}

# Runs Maven on this checkout with the JDK that was found.
maven() {
  (cd "$GOZINTO_HOME" && mvn "$@")
}

server_jar() {
  local jar newest=""
  for jar in "$GOZINTO_HOME"/server/target/gozinto-server-*-exec.jar; do
    if [[ -f "$jar" && (-z "$newest" || "$jar" -nt "$newest") ]]; then
      newest="$jar"
    fi
  done
  printf '%s\n' "$newest"
}

# Whether both jars are there and younger than everything that they are made from.
is_built() {
  local stamp="$GOZINTO_HOME/cli/target/built" module sources=("$GOZINTO_HOME/pom.xml")
  [[ -f "$stamp" && -f "$GOZINTO_HOME/cli/target/gozinto.jar" && -n "$(server_jar)" ]] || return 1
  for module in "$GOZINTO_HOME"/*/pom.xml; do
    case "$module" in
      "$GOZINTO_HOME"/bench/*) ;;
      *)
        sources+=("$module")
        if [[ -d "${module%/pom.xml}/src/main" ]]; then
          sources+=("${module%/pom.xml}/src/main")
        elif [[ "$module" == */ui/pom.xml ]]; then
          sources+=("${module%/pom.xml}"/{src,public,scripts,index.html,package-lock.json,vite.config.ts})
        fi
        ;;
    esac
  done
  # The types of the API are made by the build itself, from its description.
  sources+=("$GOZINTO_HOME/docs/openapi.json")
  [[ -z "$(find "${sources[@]}" -newer "$stamp" \
    ! -path "$GOZINTO_HOME/ui/src/api" ! -path "$GOZINTO_HOME/ui/src/api/schema.d.ts" -print -quit)" ]]
}

# Builds the jars when they are missing or older than their sources; callers at the same time wait for one build.
build_if_needed() {
  if is_built; then
    return 0
  fi
  find_maven
  mkdir -p "$GOZINTO_HOME/cli/target"
  if command -v flock >/dev/null 2>&1; then
    (
      flock 9
      is_built || build
    ) 9>"$GOZINTO_HOME/cli/target/build.lock"
  else
    local lock="$GOZINTO_HOME/cli/target/build.lock.d"
    until mkdir "$lock" 2>/dev/null; do
      sleep 1
    done
    trap 'rmdir "$lock" 2>/dev/null || true' EXIT
    is_built || build
    rmdir "$lock"
    trap - EXIT
  fi
}

build() {
  local log began without=()
  if ! has_node; then
    say "there is no Node $GOZINTO_NODE_LEAST or newer: the server is built without its screens."
    without=(-DskipUi)
  fi
  say "building (it takes a minute or two the first time) …"
  log="$(mktemp "${TMPDIR:-/tmp}/gozinto-build.XXXXXX")"
  began="$(mktemp "${TMPDIR:-/tmp}/gozinto-began.XXXXXX")"
  if ! maven -q -Dstyle.color=never -DskipTests -Dspotless.check.skip=true "${without[@]+"${without[@]}"}" \
    -pl cli,server -am package >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log" "$began"
    die "the build failed; what Maven said is above."
  fi
  rm -f "$log"
  archive_classes
  # The time before the build counts: what was changed while it ran is built next time.
  touch -r "$began" "$GOZINTO_HOME/cli/target/built"
  rm -f "$began"
}

# How the command line's own Java is started: it lives for a moment, so the quick compiler and the simple collector.
cli_java() {
  local archive="$GOZINTO_HOME/cli/target/classes-$GOZINTO_JDK.jsa"
  CLI_JAVA=("$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable)
  if [[ -f "$archive" && "$archive" -nt "$GOZINTO_HOME/cli/target/gozinto.jar" ]]; then
    CLI_JAVA+=("-XX:SharedArchiveFile=$archive")
  fi
}

# Keeps the classes of one run ready for the next ones, which then start in half the time.
archive_classes() {
  local archive="$GOZINTO_HOME/cli/target/classes-$GOZINTO_JDK.jsa"
  rm -f "$archive"
  # Port 9 is the one where nobody answers: the request fails, and everything up to there is kept.
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable "-XX:ArchiveClassesAtExit=$archive.new" \
    -jar "$GOZINTO_HOME/cli/target/gozinto.jar" --url http://127.0.0.1:9 lookup x >/dev/null 2>&1 || true
  if [[ -f "$archive.new" ]]; then
    mv "$archive.new" "$archive"
  fi
}

# Where the locale is not UTF-8, Java would take codes with other letters for question marks.
use_utf8() {
  case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
    *UTF-8 | *utf8 | *UTF8 | *utf-8) ;;
    *) export LC_ALL=C.UTF-8 ;;
  esac
}

# Turns into the command line with these arguments; the first is how people called it.
exec_cli() {
  local called="$1"
  shift
  use_utf8
  cli_java
  exec "${CLI_JAVA[@]}" "-Dgozinto.command=$called" -jar "$GOZINTO_HOME/cli/target/gozinto.jar" "$@"
}
