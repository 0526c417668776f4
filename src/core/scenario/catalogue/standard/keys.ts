// Public keys as the DNS shows them: of keys made for this world, RSA with 2048 bits (RFC 6376 §3.6.1) and a P-256 certificate's.
/** Of `s1._domainkey.example.com`, in base64. */
export const S1 =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlqRAG1w8sY887dTNVnG7nQK5eRGoItvD2AryEXILsJqzrzTXT2O5/3/y' +
  'nh1ERSuBSx9DJPFJvAJd0NWfyESOPnGkOOZtCj2feJUMDnyUz/0xgyrHusrlMHILgh4nPWYTiY/zooA7m4Vb8wvlkHR3VNSZgIYA' +
  'dd3oxukHmc1Qfy+wX8j6/GFhgabk413QsPDVX9tDWjXkpnD83Lci8WfJn9q4SGqYgGg7u0gTgN6GGHrYQjzgdMUty+4C69gDhEeR' +
  'FEPSQPRXWbMuuzmFZ7JBvm3mCnV/tf3D0zrX8P5BZiorxXOxkFL/C8JPyuVevuxmgPFN0l239fgGXwCDlmWx5QIDAQAB';
/** Of `s2._domainkey.lists.example.net`. */
export const S2 =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwhWv1DyRIVq73OJDd3VCL3+I8Z6z9lkWAzYUEifhA5un11t2TnHzA0Zy' +
  'HtZwWhQqJ6P+w44JCGNLYyko0afh08s6AA8CwfjGjxFDaV/TX0pQDOhvgDB4G2o65MoTX3RKyKeMDOlYUUYUMuLvLL8+em3vGCdJ' +
  'RQ2TrI3EOSMFdRRM5cdkYkrSfJ+mWKOMaZIUBIHRaRtsJQwiutuaMMEP2Pxq/wtiBASBHj2LX8u0xUasZmxrnY1lja+GvjQ4fXTT' +
  'M/C48oYZrwZvfAtOe5gfurUpSJQlAc6etnpDiuWnDX9q7wmZXzuJWND/Bk7joF/4HBUsg3mVXhTfs+e7MB4fSwIDAQAB';
/** SHA-256 of the key in the certificate of `mx1.example.com` (RFC 6698 §2.1: selector 1, matching type 1). */
export const MX1_SPKI = '1C3C779BEFA8271294E4C35B59713425815CE56421793E98014FD88A09C90D9B';
