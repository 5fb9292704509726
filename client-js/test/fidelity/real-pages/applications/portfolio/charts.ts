import Chart from 'chart.js/auto';
import { type Position, worth } from './positions.ts';

export interface Charts {
  show(positions: readonly Position[]): void;
}

export function drawCharts(positions: readonly Position[]): Charts {
  const sectors = [...new Set(positions.map(({ sector }) => sector))];
  const values = (all: readonly Position[]) =>
    sectors.map((sector) =>
      all.filter((each) => each.sector === sector).reduce((so, each) => so + worth(each), 0),
    );
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const value = new Chart('value', {
    type: 'line',
    data: {
      labels: months,
      datasets: [
        {
          label: 'Value',
          data: months.map((_, month) => 90 + 12 * Math.sin(month) + 3 * month),
          fill: true,
          tension: 0.4,
        },
        { label: 'Index', data: months.map((_, month) => 92 + 2 * month), borderDash: [4, 4] },
      ],
    },
    options: { maintainAspectRatio: false, plugins: { title: { display: true, text: 'Twelve months' } } },
  });
  const shares = new Chart('sectors', {
    type: 'doughnut',
    data: { labels: sectors, datasets: [{ data: values(positions) }] },
  });
  return {
    show(all) {
      shares.data.datasets[0]!.data = values(all);
      shares.update();
      value.data.datasets[0]!.data.push(value.data.datasets[0]!.data.shift()!);
      value.update();
    },
  };
}
