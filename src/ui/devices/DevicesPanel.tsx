import { DeviceCard } from './DeviceCard.tsx';
import { KnowsTable } from './KnowsTable.tsx';
import { useDevices } from './useDevices.ts';
import { words } from './words.ts';
import { useMessages } from '../messages/useMessages.ts';

/** Laptops and phones with a mail client, side by side where there is room; and what each of them knows. */
export function DevicesPanel() {
  const { devices: title } = useMessages();
  const { devices, tables, count } = useDevices();
  return (
    <section
      className="@container min-h-0 flex-1 overflow-x-hidden overflow-y-auto outline-offset-[-2px]"
      data-panel="devices"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
      tabIndex={0}
      aria-label={title.title}
    >
      {devices.length === 0 && <p className="p-5 text-soft">{words.none}</p>}
      <div className="grid @lg:grid-flow-col @lg:auto-cols-[minmax(0,1fr)]">
        {devices.map((device) => (
          <DeviceCard key={device.host} device={device} count={count} />
        ))}
      </div>
      {tables.map((table) => (
        <KnowsTable key={table.address} table={table} />
      ))}
    </section>
  );
}
