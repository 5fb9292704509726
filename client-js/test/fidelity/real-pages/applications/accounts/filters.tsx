import * as Popover from '@radix-ui/react-popover';
import * as Select from '@radix-ui/react-select';
import { kinds } from './bookings.ts';

export interface Filter {
  readonly words: string;
  readonly kind: string;
  readonly least: number;
}

export function Filters({ filter, change }: { filter: Filter; change(filter: Filter): void }) {
  return (
    <div className="filters">
      <input
        type="search"
        placeholder="Search by name or reference"
        aria-label="Search"
        value={filter.words}
        onChange={(event) => change({ ...filter, words: event.target.value })}
      />
      <Select.Root value={filter.kind} onValueChange={(kind) => change({ ...filter, kind })}>
        <Select.Trigger className="select" aria-label="Kind">
          <Select.Value /> <Select.Icon />
        </Select.Trigger>
        <Select.Portal>
          <Select.Content className="options" position="popper" sideOffset={4}>
            <Select.Viewport>
              {['All kinds', ...kinds].map((kind) => (
                <Select.Item key={kind} value={kind} className="option">
                  <Select.ItemText>{kind}</Select.ItemText>
                  <Select.ItemIndicator>✓</Select.ItemIndicator>
                </Select.Item>
              ))}
            </Select.Viewport>
          </Select.Content>
        </Select.Portal>
      </Select.Root>
      <Popover.Root>
        <Popover.Trigger className="quiet">
          Amount{filter.least > 0 ? ` from ${filter.least} €` : ''}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content className="popover" sideOffset={6} align="end">
            <label>
              At least <b>{filter.least} €</b>
              <input
                type="range"
                min={0}
                max={500}
                step={10}
                value={filter.least}
                onChange={(event) => change({ ...filter, least: Number(event.target.value) })}
              />
            </label>
            <Popover.Close className="quiet">Done</Popover.Close>
            <Popover.Arrow className="arrow" />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}
