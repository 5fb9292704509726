import { hueOf } from '@cobrowse/client/protocol';
import type { Replica } from '@cobrowse/client/replica';
import { Button, SegmentedControl } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { type ReactNode, useCallback, useRef, useState, useSyncExternalStore } from 'react';
import { ControlLayer } from '../control/control-layer.tsx';
import { controlSeat } from '../control/control-seat.ts';
import { ControlStrip } from '../control/control-strip.tsx';
import { GuidanceLayer } from '../guiding/guidance-layer.tsx';
import { ToolBar } from '../guiding/tool-bar.tsx';
import { useDrawingDesk } from '../guiding/use-drawing-desk.ts';
import { useTools } from '../guiding/use-tools.ts';
import { fieldAt } from '../proposing/fields.ts';
import { ProposalPanel } from '../proposing/proposal-panel.tsx';
import { Panel } from '../theme/panel.tsx';
import { useWords } from '../words/language-context.tsx';
import { ownPlace, supervises } from '../workspace/own-place.ts';
import { useWorkspace, useWorkspaceState } from '../workspace/workspace-context.tsx';
import type { Seated } from '../workspace/workspace-state.ts';
import { CustomerLayer } from './customer-layer.tsx';
import { CustomerPresence } from './customer-presence.ts';
import { PictureBoundary } from './picture-boundary.tsx';
import { ReplicaHost } from './replica-host.tsx';
import styles from './stage.module.css';
import { stageScale, type Zoom } from './stage-scale.ts';
import { useRoom } from './use-room.ts';
import { Watermark } from './watermark.tsx';

interface StageProps {
  readonly seat: Seated;
  /** How the picture stands: as it is, still (dimmed), or hidden. */
  readonly view: 'live' | 'still' | 'hidden';
  readonly notice: ReactNode;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
}

/** The customer's page, live, with the customer above it and the agent above that. */
export function Stage({ seat, view, notice, zoom, onZoom }: StageProps) {
  const workspace = useWorkspace();
  const { desk: own } = useWorkspaceState();
  const { notices, refresh, stage: words } = useWords().session;
  const room = useRef<HTMLDivElement>(null);
  const available = useRoom(room);
  const [presence] = useState(() => new CustomerPresence());
  const [replica, setReplica] = useState<Replica>();
  const [layer, setLayer] = useState<HTMLDivElement | null>(null);
  const [documents, setDocuments] = useState(0);
  const desk = useDrawingDesk(replica, layer, documents, workspace.annotate, hueOf(ownPlace(seat)?.Hue ?? 0));
  const [picked, setPicked] = useState<number>();
  const watching = supervises(seat);
  const enabled = view === 'live' && seat.picture.type === 'live' && !watching;
  const control = controlSeat(seat);
  const controls = control.type === 'held' || control.type === 'yielded';
  const onControl = () =>
    void (control.type === 'free' ? workspace.askControl() : workspace.releaseControl());
  const { state, ...toolBar } = useTools(
    desk,
    seat.labels,
    enabled,
    control.type === 'taken' || watching ? undefined : onControl,
  );
  const { viewport, focus } = useSyncExternalStore(presence.subscribe, presence.view);
  const scale = stageScale(zoom, viewport, available);
  const size = { width: viewport.width * scale, height: viewport.height * scale };
  // In the middle, but never between two pixels: its letters would be blurred.
  const beside = (room: number, own: number) => (room > own ? -(((room - own) / 2) % 1) : 0);
  const translate = `${beside(available.width, size.width)}px ${beside(available.height, size.height)}px`;
  const { assets } = seat;
  const assetAddress = useCallback((hash: string) => `${assets?.BaseUrl ?? '/'}${hash}`, [assets]);

  return (
    <div className={styles['stage']}>
      <div className={styles['space']}>
        {!watching && (
          <ToolBar
            control={control}
            onControl={onControl}
            {...toolBar}
            {...state}
            labels={seat.labels}
            disabled={!enabled}
          />
        )}
        <div className={styles['room']} ref={room} data-zoom={zoom}>
          <PictureBoundary
            broken={seat.picture.type === 'broken'}
            onFailed={() => workspace.pictureIs({ type: 'broken' })}
            fallback={
              <Panel
                live="assertive"
                tone="poor"
                icon={<IconPhotoOff size={26} stroke={1.6} />}
                title={notices.broken.title}
                actions={<Button onClick={workspace.refresh}>{refresh}</Button>}
              >
                <p>{notices.broken.body}</p>
              </Panel>
            }
          >
            <div
              className={styles['sheet']}
              style={{ ...size, translate }}
              data-view={view}
              data-empty={viewport.width === 0 || undefined}
            >
              <div
                className={styles['scaled']}
                style={{ width: viewport.width, height: viewport.height, scale: `${scale}` }}
              >
                <ReplicaHost
                  frames={workspace.frames}
                  presence={presence}
                  assetAddress={assetAddress}
                  onRequest={workspace.feedback}
                  onReplica={setReplica}
                  onPicture={() => {
                    setDocuments((count) => count + 1);
                    // The same number may mean another field there.
                    setPicked(undefined);
                    workspace.pictureIs({ type: 'live' });
                  }}
                  onLost={(reason) => workspace.pictureIs({ type: 'lost', reason })}
                  className={styles['replica']}
                />
                <div className={styles['drawings']} ref={setLayer} />
              </div>
              {view !== 'hidden' && <CustomerLayer presence={presence} replica={replica} scale={scale} />}
              {own?.watermark && view !== 'hidden' && <Watermark name={own.self.Name} />}
              {replica && enabled && controls ? (
                <ControlLayer
                  replica={replica}
                  scale={scale}
                  desk={workspace.control}
                  yielded={control.type === 'yielded'}
                  focus={focus}
                  guide={workspace.guide}
                  onLeave={() => void workspace.releaseControl()}
                />
              ) : (
                <GuidanceLayer
                  replica={replica}
                  scale={scale}
                  enabled={enabled}
                  tool={toolBar.tool}
                  label={toolBar.label}
                  fades={toolBar.fades}
                  desk={desk}
                  send={workspace.guide}
                  onPick={({ x, y }) => setPicked(replica && fieldAt(replica, x, y)?.node)}
                />
              )}
            </div>
          </PictureBoundary>
        </div>
        <ControlStrip
          seat={control}
          desk={workspace.control}
          onAsk={() => void workspace.askControl()}
          onRelease={() => void workspace.releaseControl()}
          onDismiss={workspace.dismissControl}
        />
        <ProposalPanel
          key={documents}
          replica={replica}
          choosing={enabled && toolBar.tool === 'value'}
          picked={picked}
          onPicked={setPicked}
          onDone={() => toolBar.onTool('pointer')}
        />
        {notice && <div className={styles['notice']}>{notice}</div>}
      </div>
      <footer className={styles['strip']}>
        <span className="numbers" data-testid="viewport">
          {viewport.width > 0
            ? words.window(Math.round(viewport.width), Math.round(viewport.height))
            : words.nothing}
        </span>
        <span className={styles['zoom']}>
          <span className="numbers">{words.percent(Math.round(scale * 100))}</span>
          <SegmentedControl
            size="xs"
            aria-label={words.zoom}
            value={zoom}
            onChange={(value) => onZoom(value as Zoom)}
            data={[
              { value: 'fit', label: words.fit },
              { value: 'true-size', label: words.trueSize },
            ]}
          />
        </span>
      </footer>
    </div>
  );
}
