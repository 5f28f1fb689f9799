/**
 * A game of like size for the peer's own simulator and random bots: so many players, rounds and items, and a move that
 * changes one item. It has no rules to speak of, so its speed is the peer's and not that of its content.
 */

const PLAYERS = 8;
const ITEMS = 400;
/** Moves between which the random bot chooses. */
const CHOICES = 8;

/** The part of the peer that is used here. */
interface Peer {
  readonly client: { InitializeGame: (options: { game: object; numPlayers: number }) => unknown };
  readonly ai: {
    readonly RandomBot: new (options: { game: object; enumerate: () => object[]; seed: string }) => unknown;
    readonly Simulate: (options: { game: object; bots: unknown; state: unknown; depth: number }) => Promise<{
      state: { ctx: { turn: number; gameover?: unknown } };
    }>;
  };
}

interface Items {
  items: { value: number }[];
}

export function loadPeer(require: NodeJS.Require): Peer {
  return {
    client: require('boardgame.io/internal') as Peer['client'],
    ai: require('boardgame.io/ai') as Peer['ai'],
  };
}

/** Plays one game with random bots; in each round every player moves once. */
export async function playPeerGame({ client, ai }: Peer, rounds: number, seed: string): Promise<void> {
  const moves = rounds * PLAYERS;
  const game = {
    seed,
    setup: (): Items => ({ items: Array.from({ length: ITEMS }, (_, value) => ({ value })) }),
    turn: { minMoves: 1, maxMoves: 1 },
    moves: {
      change: ({ G }: { G: Items }, index: number) => {
        const item = G.items[index];
        if (item !== undefined) item.value = (item.value * 7 + 3) % 1_000_003;
      },
    },
    endIf: ({ ctx }: { ctx: { turn: number } }) => (ctx.turn > moves ? { draw: true } : undefined),
  };
  const enumerate = (): object[] =>
    Array.from({ length: CHOICES }, (_, n) => ({ move: 'change', args: [(n * ITEMS) / CHOICES] }));
  const state = client.InitializeGame({ game, numPlayers: PLAYERS });
  const bots = new ai.RandomBot({ game, enumerate, seed });
  const { state: end } = await ai.Simulate({ game, bots, state, depth: 2 * moves });
  if (end.ctx.gameover === undefined || end.ctx.turn < moves) throw new Error('the game of the peer did not end as it should');
}
