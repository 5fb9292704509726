import { openBench } from '../fidelity-page.ts';
import { RrwebRecorder } from './rrweb-recorder.ts';

openBench(new RrwebRecorder(), true);
