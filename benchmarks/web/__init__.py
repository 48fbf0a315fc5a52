"""How quickly the workbench answers on a case of a million claims."""
