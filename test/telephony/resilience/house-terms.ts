/** What a tenant of a trial pays and is promised, as its file says it: trials of calls look at neither. */
export const HOUSE_TERMS = `
tariff:
  platform_fee: "0"
  seat_lease: "0"
  number_rental: "0"
  rates:
    - { direction: inbound, prefix: "", price: "0.18", unit: 60, increment: 60 }
    - { direction: outbound, prefix: "", price: "0.25", unit: 60, increment: 60 }
contract:
  service_level: { formula: A, seconds: 15, short_abandon: 5, target: 85 }
  valid_from: 2026-01-01
`.trim();
