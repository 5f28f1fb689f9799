/** The game's few sounds, made from plain tones when they are needed; nothing is fetched. */
import type { Entry } from '#shared/state/ledger.ts';
import { soundOn } from './settings.ts';

export type Sound = 'ready' | 'step' | 'jaws' | 'shock' | 'due';

interface Tone {
  /** Hertz at the start and at the end. */
  readonly from: number;
  readonly to: number;
  readonly atS: number;
  readonly lengthS: number;
  readonly shape: OscillatorType;
}

const tone = (from: number, to: number, atS: number, lengthS: number, shape: OscillatorType = 'sine'): Tone => ({
  from,
  to,
  atS,
  lengthS,
  shape,
});

const SOUNDS: Readonly<Record<Sound, readonly Tone[]>> = {
  ready: [tone(523, 523, 0, 0.09), tone(784, 784, 0.08, 0.16)],
  step: [tone(660, 640, 0, 0.05, 'triangle')],
  jaws: [tone(220, 90, 0, 0.22, 'triangle'), tone(70, 55, 0.16, 0.2)],
  shock: [tone(180, 60, 0, 0.5, 'sawtooth'), tone(240, 80, 0.05, 0.45)],
  due: [tone(659, 659, 0, 0.12), tone(523, 523, 0.14, 0.2)],
};
const LOUDNESS = 0.07;
const SILENT = 0.0001;

let context: AudioContext | null = null;

/** What a line of the report sounds like: a law closes the jaws, an event or a heavy line is a shock. */
export function soundOfEntry(entry: Pick<Entry, 'topic' | 'weight'>): Sound {
  if (entry.topic === 'law') return 'jaws';
  return entry.topic === 'event' || entry.weight >= 9 ? 'shock' : 'step';
}

export function playSound(sound: Sound): void {
  // Browsers stay silent until the page was first used, and would complain.
  if (!soundOn.value || navigator.userActivation?.hasBeenActive === false || typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  const start = context.currentTime + 0.01;
  for (const { from, to, atS, lengthS, shape } of SOUNDS[sound]) {
    const source = context.createOscillator();
    const volume = context.createGain();
    source.type = shape;
    source.frequency.setValueAtTime(from, start + atS);
    source.frequency.exponentialRampToValueAtTime(to, start + atS + lengthS);
    volume.gain.setValueAtTime(LOUDNESS, start + atS);
    volume.gain.exponentialRampToValueAtTime(SILENT, start + atS + lengthS);
    source.connect(volume).connect(context.destination);
    source.start(start + atS);
    source.stop(start + atS + lengthS);
  }
}
