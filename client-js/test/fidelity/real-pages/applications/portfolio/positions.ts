export interface Position {
  readonly id: number;
  readonly name: string;
  readonly sector: string;
  pieces: number;
  price: number;
  readonly watched: boolean;
}

const sectors = ['Energy', 'Health', 'Industry', 'Finance', 'Food'];

/** Four hundred positions; every run makes the same ones. */
export const positions: readonly Position[] = Array.from({ length: 400 }, (_, id) => ({
  id,
  name: `${['Nord', 'Alpen', 'Delta', 'Rhein', 'Atlas'][id % 5]}${['werk', ' Pharma', ' Solar', 'bank', ' Foods'][(id * 3) % 5]} ${id}`,
  sector: sectors[(id * 3) % 5]!,
  pieces: ((id * 37) % 90) + 1,
  price: (((id * 7919) % 40_000) + 250) / 100,
  watched: id % 7 === 0,
}));

export const worth = ({ pieces, price }: Position): number => pieces * price;
