import 'tabulator-tables/dist/css/tabulator_simple.min.css';
import './main.css';
import { drawCharts } from './charts.ts';
import { openGrid } from './grid.ts';
import { positions } from './positions.ts';

const charts = drawCharts(positions);
openGrid(positions, (changed) => charts.show(changed));
