// Equals stay in their order.
class Card { readonly suit: string; readonly rank: number; constructor(suit: string, rank: number) { this.suit = suit; this.rank = rank; } }

export function start(): void {
  const cards: Card[] = [];
  for (let i = 0; i < 60; i++) cards.push(new Card("abcd".slice(i % 4, i % 4 + 1), i * 7 % 13));
  cards.sort((a, b) => a.rank - b.rank);
  console.log(cards.map((c) => c.suit + String(c.rank)).join(" "));
  cards.sort((a, b) => (a.suit < b.suit ? -1 : a.suit > b.suit ? 1 : 0));
  console.log(cards.map((c) => c.suit + String(c.rank)).join(" "));
}
