import { claimPort, freePort } from './servers/ports.ts';

/** Everything that listens, with its port when nothing else is asked for. */
const defaults = {
  gateway: 8080,
  identity: 8081,
  filing: 8082,
  documents: 8083,
  publicQuery: 8084,
  workflows: 8085,
  sso: 8086,
  minio: 8087,
  minioConsole: 8088,
  postgres: 8089,
  nats: 8090,
  temporal: 8091,
  temporalUi: 8233,
  notifications: 8092,
  natsMonitoring: 8093,
} as const;

export type PortName = keyof typeof defaults;
export type Ports = Record<PortName, number>;

/** How ports are chosen: the fixed table, the table counted from a number, or whatever is free. */
export type PortChoice = number | 'default' | 'free';

/** The table as it is, or counted from a number; whether they are free is not asked. */
const portsFrom = (choice: number | 'default'): Ports =>
  Object.fromEntries(
    Object.entries(defaults).map(([name, port], index) => [name, choice === 'default' ? port : choice + index]),
  ) as Ports;

/** Allots the ports and makes sure that each is free now; a taken one is an Obstacle that names it. */
export async function allotPorts(choice: PortChoice): Promise<Ports> {
  const names = Object.keys(defaults) as PortName[];
  const wanted = choice === 'free' ? undefined : portsFrom(choice);
  const allotted: [PortName, number][] = [];
  for (const name of names) {
    allotted.push([name, wanted ? await claimPort(wanted[name], name) : await freePort()]);
  }
  return Object.fromEntries(allotted) as Ports;
}
