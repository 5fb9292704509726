import { openBench } from './fidelity-page.ts';
import { OwnRecorder } from './own-recorder.ts';

openBench(new OwnRecorder());
