/** Counts for operators, written in the text format of Prometheus. */

export interface Metrics {
  matchesCreated: number;
  matchesLoaded: number;
  commands: number;
  refusals: number;
  turnsResolved: number;
  resolveMs: number;
  joins: number;
  requestsLimited: number;
  faults: number;
}

export function newMetrics(): Metrics {
  return {
    matchesCreated: 0,
    matchesLoaded: 0,
    commands: 0,
    refusals: 0,
    turnsResolved: 0,
    resolveMs: 0,
    joins: 0,
    requestsLimited: 0,
    faults: 0,
  };
}

export interface Gauges {
  readonly matchesLive: number;
  readonly clients: number;
}

export function metricsText(metrics: Metrics, gauges: Gauges): string {
  const { rss, heapUsed } = process.memoryUsage();
  return [
    counter('matches_created_total', 'Matches created.', metrics.matchesCreated),
    counter('matches_loaded_total', 'Matches loaded from the store.', metrics.matchesLoaded),
    counter('commands_total', 'Commands received in rooms.', metrics.commands),
    counter('refusals_total', 'Commands refused with a reason.', metrics.refusals),
    counter('turns_resolved_total', 'Turns resolved.', metrics.turnsResolved),
    counter('turn_resolution_seconds_total', 'Time spent on resolving turns, bots included.', metrics.resolveMs / 1000),
    counter('joins_total', 'Clients that joined a room.', metrics.joins),
    counter('requests_limited_total', 'Requests refused for their rate.', metrics.requestsLimited),
    counter('faults_total', 'Exceptions caught in rooms and requests.', metrics.faults),
    gauge('matches_live', 'Matches in memory.', gauges.matchesLive),
    gauge('clients', 'Connected clients.', gauges.clients),
    gauge('memory_resident_bytes', 'Resident memory.', rss),
    gauge('memory_heap_bytes', 'Used heap.', heapUsed),
    gauge('uptime_seconds', 'Time since the start.', Math.round(process.uptime())),
  ].join('');
}

const counter = (name: string, help: string, value: number) => line(name, 'counter', help, value);
const gauge = (name: string, help: string, value: number) => line(name, 'gauge', help, value);

function line(name: string, type: string, help: string, value: number): string {
  return `# HELP chokepoint_${name} ${help}\n# TYPE chokepoint_${name} ${type}\nchokepoint_${name} ${value}\n`;
}
