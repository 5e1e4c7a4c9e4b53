/** The servers that are built from source, with their pins (infra/tools/<name>/go.mod holds the same version). */
export type Tool = {
  name: ToolName;
  /** as people know it */
  title: string;
  version: string;
  /** the Go package of the program */
  goPackage: string;
  /** an environment variable that names a binary to use instead */
  variable: string;
  /** Whether a program found on PATH, by what `--version` prints, may serve instead of the pinned build. */
  accepts(versionText: string): boolean;
};

export type ToolName = 'nats-server' | 'temporal' | 'minio';

export const tools: Record<ToolName, Tool> = {
  'nats-server': {
    name: 'nats-server',
    title: 'NATS',
    version: 'v2.15.2',
    goPackage: 'github.com/nats-io/nats-server/v2',
    variable: 'BEIAN_NATS_SERVER',
    accepts: (text) => within(text, /v?(\d+)\.(\d+)\.(\d+)/, [2, 12]),
  },
  temporal: {
    name: 'temporal',
    title: 'Temporal',
    version: 'v1.5.1',
    goPackage: 'github.com/temporalio/cli/cmd/temporal',
    variable: 'BEIAN_TEMPORAL',
    accepts: (text) => within(text, /version (\d+)\.(\d+)\.(\d+)/, [1, 5]),
  },
  minio: {
    name: 'minio',
    title: 'MinIO',
    version: 'v0.0.0-20260212201848-7aac2a2c5b7c',
    goPackage: 'github.com/minio/minio',
    variable: 'BEIAN_MINIO',
    // releases are named by date; the last ones that were published as binaries are of autumn 2025
    accepts: (text) => within(text, /RELEASE\.(\d{4})-(\d{2})-(\d{2})/, [2025, 4]) || text.includes('RELEASE.2026'),
  },
};

/** Same major version, and a minor version that is not older. */
function within(text: string, pattern: RegExp, [major, minor]: [number, number]): boolean {
  const found = pattern.exec(text);
  return found !== null && Number(found[1]) === major && Number(found[2]) >= minor;
}
