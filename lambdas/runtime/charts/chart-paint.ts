/** The colours and the font of a chart. Each colour differs in brightness too, for those who see no hues. */
export type ChartPaint = {
  text: string;
  quiet: string;
  grid: string;
  ground: string;
  /** What is above the axis, what is below it, and the line over both. */
  above: string;
  below: string;
  line: string;
  font: string;
};

/** For charts within a page, whose style gives the colours: light and dark. */
export const PAGE_PAINT: ChartPaint = {
  text: 'var(--chart-text)',
  quiet: 'var(--chart-quiet)',
  grid: 'var(--chart-grid)',
  ground: 'var(--chart-ground)',
  above: 'var(--chart-above)',
  below: 'var(--chart-below)',
  line: 'var(--chart-line)',
  font: 'inherit',
};

/** For pictures: on white, since no chat product says whether it is dark. */
export const PICTURE_PAINT: ChartPaint = {
  text: '#1a2027',
  quiet: '#55606c',
  grid: '#d5dce3',
  ground: '#ffffff',
  above: '#1f6fa8',
  below: '#c8641b',
  line: '#1a2027',
  font: 'Inter',
};
