import type { MantineColorsTuple } from '@mantine/core';

/** The accent: a deep sea green that keeps 4.5:1 under white text from shade 7 on. */
export const sea: MantineColorsTuple = [
  '#edf7f6',
  '#d8ecea',
  '#b3d9d6',
  '#87c2be',
  '#5da8a5',
  '#3d8f8d',
  '#27797a',
  '#196468',
  '#125055',
  '#0c3d42',
];

/** Neutral with a breath of the accent's hue, light to dark. */
export const slate: MantineColorsTuple = [
  '#f6f8f8',
  '#eef1f2',
  '#e1e6e7',
  '#ced5d7',
  '#acb6b9',
  '#87939a',
  '#5c6870',
  '#4b565d',
  '#333c42',
  '#1d2428',
];

/** The dark scheme's surfaces, text first: Mantine takes 0 for text and 7 for the body. */
export const night: MantineColorsTuple = [
  '#d6dddf',
  '#b3bdc1',
  '#8c989e',
  '#66737a',
  '#3d484e',
  '#2c353a',
  '#20282c',
  '#171d20',
  '#11161a',
  '#0c1013',
];

export const good: MantineColorsTuple = [
  '#edf8f0',
  '#d9eede',
  '#b2dcbd',
  '#86c898',
  '#5eb377',
  '#3f9e5c',
  '#2f8a4c',
  '#23733d',
  '#1a5c30',
  '#114624',
];

export const fair: MantineColorsTuple = [
  '#fdf6e7',
  '#f9e9c6',
  '#f2d28c',
  '#e9b950',
  '#dda127',
  '#c4880f',
  '#8a5b00',
  '#835703',
  '#674402',
  '#4d3201',
];

export const poor: MantineColorsTuple = [
  '#fdefed',
  '#fadcd8',
  '#f2b6ae',
  '#e88b80',
  '#dd6457',
  '#cd4538',
  '#b5352a',
  '#96281f',
  '#781e17',
  '#5a150f',
];
