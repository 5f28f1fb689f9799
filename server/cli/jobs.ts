/** What threads play: each job takes one plain input and gives one plain result, which depends on the input alone. */
export { playTask as experimentGame } from './experiment-games.ts';
export { playParameterSet as historyOfSet, playWorld as historyGame } from './history-games.ts';
export { playGame as seriesGame } from './play-games.ts';
