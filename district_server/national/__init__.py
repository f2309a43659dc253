"""Cases in the field names of the national portal (DongBoHoSoMC, CapNhatTienDoHoSoMC), and their validator."""
